from django.http import HttpResponse
from django.urls import path


def stub(request):
    return HttpResponse()


app_name = 'schools'
urlpatterns = [path('', stub, name='schools'), path('<str:npsn>/', stub, name='school')]
