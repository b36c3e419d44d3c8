from django.http import HttpResponse
from django.urls import path


def stub(request):
    return HttpResponse()


app_name = 'indicators'
urlpatterns = [path('', stub, name='overview'), path('katalog/<int:pk>/', stub, name='indicator'), path('nilai/<int:pk>/', stub, name='measurement')]
