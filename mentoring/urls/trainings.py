from django.http import HttpResponse
from django.urls import path


def stub(request):
    return HttpResponse()


urlpatterns = [path('pelatihan/', stub, name='trainings'), path('pelatihan/<int:pk>/', stub, name='training')]
